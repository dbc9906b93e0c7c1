// Whom alerts are sent to, on this machine: node receiver.mjs HTTP_PORT SMTP_PORT FILE
// Writes one JSON line to FILE for each call (what a chat or a heartbeat service is sent) and each
// mail: where it came, and its text. It takes mail as RFC 5321 says, from who signs in with the
// password of SMTP_PASSWORD.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createMailServer } from 'node:net';

const [httpPort, smtpPort, file] = process.argv.slice(2);
const MAIL_BYTES_MAX = 1_000_000;

function note(door, text) {
  appendFileSync(file, `${JSON.stringify({ at: Date.now(), door, text })}\n`);
}

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  note(request.url, body);
  response.end('ok');
}).listen(Number(httpPort), '127.0.0.1');

const ANSWERS = {
  EHLO: '250-receiver\r\n250-AUTH PLAIN\r\n250 8BITMIME',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  RSET: '250 ok',
  NOOP: '250 ok',
  DATA: '354 go on',
  QUIT: '221 bye',
};

/** What `AUTH PLAIN` says: two zero bytes, each before a text. */
function isKnown(line) {
  const [, , password] = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString().split('\0');
  return password === process.env.SMTP_PASSWORD;
}

createMailServer((socket) => {
  let received = '';
  let inMail = false;
  let signedIn = false;

  function answer(line) {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'AUTH') {
      signedIn = isKnown(line);
      if (!signedIn) return '535 not you';
    }
    if (word === 'MAIL' && !signedIn) return '530 sign in first';
    inMail = word === 'DATA';
    return ANSWERS[word] ?? '502 not known here';
  }

  function take(mail) {
    inMail = false;
    note('mail', mail);
    return '250 taken';
  }

  function next() {
    const ending = inMail ? '\r\n.\r\n' : '\r\n';
    const end = received.indexOf(ending);
    if (end < 0) return false;
    const text = received.slice(0, end);
    received = received.slice(end + ending.length);
    socket.write(`${inMail ? take(text) : answer(text)}\r\n`);
    return true;
  }

  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    received += chunk;
    if (received.length > MAIL_BYTES_MAX) socket.destroy();
    while (next());
  });
  socket.write('220 receiver\r\n');
}).listen(Number(smtpPort), '127.0.0.1');
