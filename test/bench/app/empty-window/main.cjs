// What the app is measured against: Electron with one window that shows one line.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 700, webPreferences: { sandbox: true } });
  void window.loadFile(`${__dirname}/index.html`);
});
app.on('window-all-closed', () => app.quit());
