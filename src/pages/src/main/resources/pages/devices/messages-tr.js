export default {
  'devices.denied_mac': 'macOS, Optima’nın aygıtı kullanmasına izin vermiyor. Sistem Ayarları’nda “Gizlilik ve Güvenlik”i açın, Optima’ya kamera ve mikrofon izni verin ve Optima’yı yeniden başlatın.',
  'devices.denied_other': 'Bu bilgisayar Optima’nın aygıtı kullanmasına izin vermiyor. Bilgi işlem biriminiz hesabınıza kamera ve ses izni vermeli; çoğu sistemde bunlar “video” ve “audio” gruplarıdır.',
  'devices.denied_windows': 'Windows, Optima’nın aygıtı kullanmasına izin vermiyor. Windows ayarlarında “Gizlilik ve güvenlik”i açın, masaüstü uygulamalarına kamera ve mikrofon izni verip yeniden deneyin.',
  'devices.insecure': 'Kamera ve mikrofon yalnızca https ile çalışır. Bilgi işlem biriminiz bu sunucuda https kurmalı.',
};
