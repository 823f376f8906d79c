export default {
  'devices.denied_mac': 'macOS keeps Optima from using the device. Open System Settings, then “Privacy & Security”, allow Optima both camera and microphone there, and start Optima again.',
  'devices.denied_other': 'This computer keeps Optima from using the device. Your IT has to give your account access to camera and sound; on most systems these are the groups “video” and “audio”.',
  'devices.denied_windows': 'Windows keeps Optima from using the device. Open the settings of Windows, then “Privacy & security”, let desktop apps use both camera and microphone there, and try again.',
  'devices.insecure': 'Camera and microphone work only over https. Your IT has to set up https on this server.',
};
