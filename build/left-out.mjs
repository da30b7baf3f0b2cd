// Stands in the bundles for parts of libraries that are never used: imapflow's logger and its proxies. The logger does
// not even load on the oldest runtime of the desktop app.
const leftOut = () => {
  throw new Error('this part was left out of the bundle');
};

export default leftOut;
export const SocksClient = { createConnection: leftOut };
