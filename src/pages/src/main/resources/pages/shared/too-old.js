// Only a browser without ES modules runs this, so it is written in what such a browser knows.
document.addEventListener('DOMContentLoaded', function () {
  var box = document.createElement('div');
  box.className = 'too-old';
  var tr = (navigator.language || '').indexOf('tr') === 0;
  box.appendChild(document.createTextNode(tr
    ? 'Tarayıcınız görüntülü görüşme için çok eski. Lütfen güncelleyin ya da Chrome, Edge, Firefox veya Safari’nin yeni bir sürümüyle açın.'
    : 'Your browser is too old for video calls. Please update it, or open this page in a recent Chrome, Edge, Firefox or Safari.'));
  document.body.appendChild(box);
});
