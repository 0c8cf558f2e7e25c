/* ES3: Internet Explorer's engine, which some browsers choose for intranet addresses, has to read it. */
(function () {
  var words = "";
  var file = "";
  if (!window.Promise || !window.Worker || !window.Blob) {
    words = "当前为兼容模式（IE 内核），无法核对。请点地址栏的闪电图标，切换为极速模式。";
  } else if (!window.WebAssembly && document.documentElement.getAttribute("data-edition") !== "compat") {
    words = "这个浏览器停用了 WebAssembly，这一页无法核对。请改用与它放在一起的另一版，功能和结果都一样：";
    file = "nianbao-compat.html";
  }
  if (!words) return;
  window.onload = function () {
    var notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.style.cssText = "margin:0;padding:16px;background:#fff3cd;color:#4d3800;font-size:18px;line-height:1.6";
    notice.appendChild(document.createTextNode(words));
    if (file) {
      var link = document.createElement("a");
      link.href = file;
      link.style.cssText = "color:#4d3800";
      link.appendChild(document.createTextNode(file));
      notice.appendChild(link);
      notice.appendChild(document.createTextNode("（若打不开，请向管理员要这个文件）。"));
    }
    document.body.insertBefore(notice, document.body.firstChild);
  };
})();
