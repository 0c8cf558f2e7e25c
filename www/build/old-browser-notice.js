/* ES3: Internet Explorer's engine, which some browsers choose for intranet addresses, has to read it. */
(function () {
  var words = "";
  if (!window.Promise || !window.Worker || !window.Blob) {
    words = "当前为兼容模式（IE 内核），无法核对。请点地址栏的闪电图标，切换为极速模式。";
  } else if (!window.WebAssembly) {
    words = "这个浏览器停用了 WebAssembly，无法核对。请换一个浏览器，或请管理员在浏览器策略中允许 WebAssembly。";
  }
  if (!words) return;
  window.onload = function () {
    var notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.style.cssText = "margin:0;padding:16px;background:#fff3cd;color:#4d3800;font-size:18px;line-height:1.6";
    notice.appendChild(document.createTextNode(words));
    document.body.insertBefore(notice, document.body.firstChild);
  };
})();
