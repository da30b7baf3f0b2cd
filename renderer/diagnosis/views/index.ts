export { RoutePicture } from './route/route-picture.tsx';
export { AccountView } from './tables/account-view.tsx';
export { CertificateView } from './tables/certificate-view.tsx';
export { DcTable } from './tables/dc-table.tsx';
export { PermissionTable } from './tables/permission-table.tsx';
export { SuffixTable } from './tables/suffix-table.tsx';
export { Transcript } from './transcript/transcript.tsx';
export { Waterfall } from './waterfall/waterfall.tsx';
