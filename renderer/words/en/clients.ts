import type { ClientNote, ClientTitle, FilePurpose, OpenRefusal, UndoRefusal } from '../clients-keys.ts';

export const clientsWords = {
  title: 'Your mail program',
  looking: 'Looking for the mail programs on this computer…',
  notListed: 'The mail programs of this computer could not be looked up.',
  noneInstalled: 'No mail program that Waypost knows was found on this computer.',
  others: 'Other mail programs',
  tryAgain: 'Try again',

  sheet: 'Settings sheet',
  hints: {
    outlook: 'For the classic Outlook. The new Outlook takes no files: enter the values of the settings sheet there.',
    kmail: 'KMail takes no files. Its own wizard finds settings that an administrator has published.',
    msmtp: 'Only sends.',
    android: 'A code for the phone’s camera, without the password.',
    sheet: 'To read, to print, or to enter by hand in any mail program.',
  },
  open: (title: string) => `Open in ${title}`,
  openSheet: 'Open sheet',
  scan: 'Show code',
  save: 'Save files…',
  see: 'See what is written',

  opening: (title: string) => `${title} is being opened…`,
  opened: {
    other: (title: string) => `${title} was started with the account.`,
    outlook: () =>
      'Outlook was started and reads the profile. It has the name of the address: choose it when Outlook asks.',
    apple: () => 'macOS has been given the profile. Nothing is installed before you confirm it.',
    sheet: () => 'The settings sheet was opened.',
  } satisfies ClientTitle,
  kept: (count: number, folder: string) =>
    count === 1
      ? `1 file was there before; a copy is in ${folder}.`
      : `${count} files were there before; copies are in ${folder}.`,
  openRefused: {
    'not-installed': (title: string) => `${title} was not found on this computer any more. Save the files instead.`,
    running: (title: string) => `${title} is running. Close it first, then try again.`,
    'leads-outside': (title: string, path: string) =>
      `Nothing was written: a link leads ${path} out of your home folder. Save the files instead, and put them where ${title} looks.`,
    'cannot-write': (title: string) =>
      `The account could not be written where ${title} looks for it. Everything is as it was. Save the files instead.`,
    'cannot-start': (title: string) =>
      `${title} could not be started with the account. Everything is as it was. Save the files instead.`,
    'left-behind': (title: string, folder: string) =>
      `${title} could not be opened, and not all that was written could be taken back. Copies of what was there before are in ${folder}.`,
  } satisfies OpenRefusal,
  failed: 'Waypost met an error of its own. Try again; if it stays, copy the report for your helpdesk.',

  undo: 'Undo',
  undoing: 'It is being undone…',
  undone: 'Everything is as it was before.',
  putAside: (title: string, folder: string) => `What ${title} has made of the account meanwhile is in ${folder}.`,
  undoRefused: {
    gone: () => 'There is nothing to undo any more.',
    running: (title: string) => `Nothing was undone: ${title} is running. Close it first, then undo.`,
    changed: (_title: string, path: string) =>
      `Nothing was undone: ${path} has changed since, and those changes would be lost.`,
    'cannot-write': (title: string) =>
      `Not everything could be undone, because the files of ${title} cannot be written. Undo can be tried again.`,
  } satisfies UndoRefusal,

  saved: (folder: string) => `Saved in ${folder}`,
  notSaved: 'The files could not be saved there, and none was written. Choose another folder.',

  notLoaded: 'The files cannot be shown.',
  noPassword: 'No file holds the password.',
  belongs: 'Belongs at',
  textOf: (path: string) => `Text of ${path}`,
  purposes: {
    import: 'To be opened or imported',
    place: 'For the mail program',
    administrator: 'For administrators: every profile on this person’s computer',
    publish: 'For administrators: to be published',
    undo: 'Takes another one back',
    scan: 'To be scanned with the phone',
    read: 'To read and to print',
  } satisfies FilePurpose,

  code: {
    name: 'QR code with the settings of the account',
    how: 'In Thunderbird on the phone, choose Settings, Import settings, Scan QR code, and hold the camera to this code. A new installation shows Import settings on its first page.',
    without: 'The password is not in the code: the phone asks for it.',
    notMade: 'The code cannot be shown.',
  },

  notes: {
    'asks-for-password': 'It asks for the password itself when it first connects.',
    'client-must-be-closed': 'Close the mail program before you put the files in place, and start it again afterwards.',
    'fresh-profile-only':
      'Use user.js in a new profile only: in one that has accounts, it would take the place of the first.',
    'merge-with-existing': 'If you have such a file already, add these lines to it instead of replacing it.',
    'store-password':
      'The password is read from the keyring on Linux; elsewhere, change the command in the file. This puts it there:',
    'administrator-variant':
      'The files under administrator are two ways to have this person’s account in every profile on their computer. Use one of them, and then no user.js.',
    'outlook-import':
      'Close Outlook, and let it read the profile with this command; then choose the profile of that name when Outlook starts:',
    'outlook-new-cannot':
      'The new Outlook takes none of these files. Add the account there in its own dialog, with the values of the settings sheet.',
    'outlook-undo-forgets':
      'autodiscover-undo.reg removes what autodiscover.reg sets. Values that were there before do not come back.',
    'outlook-not-tried': 'These files follow Microsoft’s documentation and have not been tried in Outlook.',
    'apple-install':
      'Open the file on the device, then confirm it: on a Mac in System Settings, Privacy & Security, Profiles; on a phone in Settings, Profile Downloaded.',
    'apple-unsigned': 'The profile is not signed, and the device says so.',
    'kmail-no-import':
      'Once config-v1.1.xml is published under the address that is shown, KMail finds it; until then, enter the settings by hand.',
    'account-number': 'If there is a folder account_01 already, use the next number instead.',
    'claws-folder-tree':
      'Claws Mail shows the inbox at first and keeps sent messages on this computer. For the server’s other folders, right-click the mailbox and choose Rebuild folder tree.',
    'scan-code': 'In Thunderbird for Android, choose Settings, Import settings, Scan QR code.',
    'no-reading': 'This program only sends: the server for incoming mail is not in its file.',
    'format-of-version-2':
      'config.toml is for himalaya 1, version-2/config.toml for himalaya 2. This says which one you have: himalaya --version',
  } satisfies ClientNote,
} as const;
