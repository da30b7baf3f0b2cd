/**
 * How much an answer is worth, best first. `directory`: signed in, over verified TLS. `signed-dns`: DNSSEC, validated by a
 * resolver that is trusted for it. `https`: from a host of the mail domain that proved its name. `shipped`: comes with the
 * program. `dns`: anybody on the way can have made it. `guess`: a name that many servers have. `http`: not even a name proved.
 */
export const trustLevels = ['directory', 'signed-dns', 'https', 'shipped', 'dns', 'guess', 'http'] as const;
