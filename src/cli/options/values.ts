import type { DnsServer } from '../../chain/parse/index.ts';
import type { Security } from '../../chain/request.ts';

/** What the options of a command line give, each already parsed. A command has those that make sense for it. */
export interface CliOptions extends OutputOptions {
  readonly server?: string;
  readonly user?: string;
  readonly to?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  /** File names. */
  readonly attach?: readonly string[];
  readonly dsn?: boolean;
  readonly requireTls?: boolean;
  readonly readBack?: boolean;
  readonly send?: boolean;
  readonly relayUser?: string;
  readonly port?: number;
  readonly security?: Security;
  readonly domain?: string;
  readonly site?: string;
  readonly dns?: readonly DnsServer[];
  readonly search?: readonly string[];
  /** File name. */
  readonly ca?: string;
  readonly approveDomain?: readonly string[];
  readonly compareDns?: readonly DnsServer[];
  readonly allowHttp?: boolean;
  readonly tellAddress?: boolean;
  readonly validatingResolver?: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
  readonly passwordStdin?: boolean;
  readonly ldapsPort?: number;
  readonly submissionsPort?: number;
  readonly submissionPort?: number;
  readonly smtpPort?: number;
  readonly imapsPort?: number;
  readonly imapPort?: number;
  readonly httpsPort?: number;
  readonly httpPort?: number;
}

/** How a run is shown; every command that runs something has these. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly jsonLines?: boolean;
  readonly transcript?: boolean;
  /** For the administrator of a mail domain. */
  readonly explain?: boolean;
  readonly verbose?: boolean;
  readonly ascii?: boolean;
  readonly color?: boolean;
}
