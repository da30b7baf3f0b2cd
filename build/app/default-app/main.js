// What Electron's own default app does with a folder: run the app in it as if it had been packaged there.
const { app } = require('electron');
const { join, resolve } = require('node:path');

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = require(join(folder, 'package.json'));

app.setAppPath(folder);
app.setName(productName ?? name);
if (version !== undefined) app.setVersion(version);
require(join(folder, main));
