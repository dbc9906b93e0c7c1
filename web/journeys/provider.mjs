// A provider of OpenID Connect for tests: node provider.mjs REDIRECT-URI. It prints its issuer.
// Whoever comes is the person whose name was last sent to /next, /groups puts somebody into others,
// and /logout-to says where the server is that hears of an end. The protocol is the library's.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const LOGOUT = 'https://recon.example/logout';
const people = {
  ada: { email: 'ada@example.com', email_verified: true, name: 'Ada Admin' },
  ana: { email: 'ana@example.com', email_verified: true, name: 'Ana Novak' },
  mallory: { email: 'ada@example.com', email_verified: false, name: 'Mallory' },
  grace: { email: 'Grace@Example.com', email_verified: true, name: 'Grace', groups: ['finance'] },
  ruth: { email: 'ruth@example.com', email_verified: true, name: 'Ruth', groups: ['finance'] },
  ivy: { email: 'ivy@example.com', email_verified: true, name: 'Ivy' },
  nemo: { email: 'nemo@example.com', email_verified: true, name: 'Nemo', groups: ['others'] },
};
let next = 'nemo';
let logoutTo = LOGOUT;

const server = createServer();
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'recon',
      client_secret: 'a secret that only the tests know',
      redirect_uris: [redirectUri],
      backchannel_logout_uri: LOGOUT,
      backchannel_logout_session_required: true,
    },
  ],
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['name'],
    groups: ['groups'],
  },
  features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
  // Its own guard would keep it from this machine, where the server of a test is.
  fetch: (url, options) =>
    globalThis.fetch(url === LOGOUT ? logoutTo : url, { ...options, dispatcher: undefined }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  cookies: { keys: ['a key of the tests'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
});
const answer = provider.callback();

/** Signs the next person in and lets them give what was asked for. */
async function interact(request, response) {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: next } });
    return;
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, consent, {
    mergeWithLastSubmission: true,
  });
}

server.on('request', (request, response) => {
  const { pathname, searchParams } = new URL(request.url, issuer);
  if (pathname === '/next') {
    next = searchParams.get('person') ?? next;
    response.end();
  } else if (pathname === '/groups') {
    people[searchParams.get('person')].groups = searchParams.getAll('group');
    response.end();
  } else if (pathname === '/logout-to') {
    logoutTo = searchParams.get('address');
    response.end();
  } else if (pathname.startsWith('/interaction/')) {
    interact(request, response).catch((fault) => {
      response.statusCode = 500;
      response.end(String(fault));
    });
  } else {
    answer(request, response);
  }
});
console.log(`issuer ${issuer}`);
