/** Of the web's classes that Electron's main process has and the types of Node 18 lack, as much as is used here. */
declare class Response {
  constructor(body?: string | Uint8Array | null, init?: { status?: number; headers?: Record<string, string> });
  readonly status: number;
}
