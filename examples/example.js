/** The report that every example begins with. Its place and its figures are invented, and so are its errors. */
function loadReport(use) {
  var request = new XMLHttpRequest();
  request.open("GET", "report.html");
  request.onload = function () {
    use(request.responseText);
  };
  request.send();
}
