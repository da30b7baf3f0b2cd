import type { NoteCode, Purpose } from '../../clients/index.ts';

export const purposeWords: Readonly<Record<Purpose, string>> = {
  import: 'to be opened or imported',
  place: 'for the client',
  administrator: 'for administrators: every Thunderbird on this person’s machine',
  publish: 'for administrators: to be published',
  undo: 'takes it back',
  scan: 'to be scanned with the phone',
  read: 'to read and to print',
};

/** What the person must know or do. Where a command belongs to it, it follows. */
export const noteWords: Readonly<Record<NoteCode, string>> = {
  'asks-for-password': 'The client asks for the password when it first connects. No file holds it.',
  'client-must-be-closed': 'Close the client before you put the files in place, and start it again afterwards.',
  'fresh-profile-only':
    'Use these files in a new profile only: in one that has accounts, they would take the place of the first.',
  'merge-with-existing': 'If you have such a file already, add these lines to it instead of replacing it.',
  'store-password':
    'The password is read from the keyring (on Linux; elsewhere change the command in the file). Put it there with:',
  'administrator-variant':
    'The files under administrator/ are two ways to have this person’s account in every profile on their machine; use one of them, not both, and not user.js beside it.',
  'outlook-import':
    'Close Outlook, and let it read the profile; then choose the profile of that name when Outlook starts:',
  'outlook-new-cannot':
    'The new Outlook takes none of these files: add the account there in its own dialog, with the values of the settings sheet.',
  'outlook-undo-forgets':
    'autodiscover-undo.reg removes the values that autodiscover.reg sets. If they had been there before, it does not bring those back.',
  'outlook-not-tried': 'These files follow Microsoft’s documentation; they have not been tried in Outlook here.',
  'apple-install':
    'Open the file on the device, then confirm it: System Settings, Privacy & Security, Profiles; on iOS: Settings, Profile downloaded.',
  'apple-unsigned':
    'The profile is not signed, and the device says so. Give --sign-key and --sign-certificate to sign it.',
  'kmail-no-import':
    'KMail imports no accounts. Its wizard finds config-v1.1.xml once it is published under the address shown; until then, enter the settings by hand.',
  'account-number': 'If there is a folder account_01 already, use the next number instead.',
  'claws-folder-tree':
    'Claws Mail shows INBOX at first, and keeps sent messages on this machine. To have the server’s folders, too: right-click the mailbox, Rebuild folder tree.',
  'scan-code':
    'In Thunderbird for Android: Settings, Import settings, Scan QR code. On a light window the SVG file scans better.',
  'no-reading': 'This program only sends: the server for incoming mail is not part of its file.',
  'format-of-version-2':
    'config.toml is for himalaya 1; version-2/config.toml for himalaya 2. `himalaya --version` says which it is.',
};
