import type { Language } from '../../problems/index.ts';
import type { Authentication, Protocol, Security } from '../account.ts';

interface SheetWords {
  readonly title: string;
  readonly name: string;
  readonly address: string;
  readonly incoming: Readonly<Record<Protocol, string>>;
  readonly outgoing: string;
  readonly server: string;
  readonly port: string;
  readonly encryption: string;
  readonly signIn: string;
  readonly user: string;
  readonly security: Readonly<Record<Security, string>>;
  readonly authentication: Readonly<Record<Authentication, string>>;
  readonly password: string;
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  en: {
    title: 'Mail settings',
    name: 'Your name',
    address: 'E-mail address',
    incoming: { imap: 'Incoming mail (IMAP)', pop3: 'Incoming mail (POP3)' },
    outgoing: 'Outgoing mail (SMTP)',
    server: 'Server',
    port: 'Port',
    encryption: 'Encryption',
    signIn: 'Sign-in',
    user: 'User name',
    security: { implicit: 'SSL/TLS, from the start', starttls: 'STARTTLS, required' },
    authentication: {
      password: 'password (“normal password”)',
      'encrypted-password': 'encrypted password (CRAM-MD5)',
      kerberos: 'Kerberos (GSSAPI)',
      ntlm: 'NTLM',
      oauth2: 'sign-in page of the provider (OAuth 2)',
      certificate: 'client certificate',
      none: 'none',
    },
    password: 'The password is not on this sheet. Enter it only into your mail program, when it asks.',
  },
  de: {
    title: 'Mail-Einstellungen',
    name: 'Ihr Name',
    address: 'E-Mail-Adresse',
    incoming: { imap: 'Posteingang (IMAP)', pop3: 'Posteingang (POP3)' },
    outgoing: 'Postausgang (SMTP)',
    server: 'Server',
    port: 'Port',
    encryption: 'Verschlüsselung',
    signIn: 'Anmeldung',
    user: 'Benutzername',
    security: { implicit: 'SSL/TLS von Anfang an', starttls: 'STARTTLS, zwingend' },
    authentication: {
      password: 'Kennwort („Passwort, normal“)',
      'encrypted-password': 'verschlüsseltes Kennwort (CRAM-MD5)',
      kerberos: 'Kerberos (GSSAPI)',
      ntlm: 'NTLM',
      oauth2: 'Anmeldeseite des Anbieters (OAuth 2)',
      certificate: 'Client-Zertifikat',
      none: 'keine',
    },
    password:
      'Das Kennwort steht nicht auf diesem Blatt. Geben Sie es nur in Ihr Mailprogramm ein, wenn es danach fragt.',
  },
};
