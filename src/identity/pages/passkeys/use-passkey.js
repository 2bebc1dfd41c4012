// Asks the browser for a passkey, or to make one, and sends its answer with the form. The options are in the form, so that nothing is
// fetched. All other pages do without a script.
const form = document.querySelector('form[data-passkey]');
const problem = form.querySelector('[role=alert]');

/** Bytes of base64url, which WebAuthn has in its JSON. */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0));
const base64url = (buffer) =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const withBytes = (credentials) => credentials?.map((one) => ({ ...one, id: bytes(one.id) }));

async function answer() {
  const options = JSON.parse(form.dataset.options);
  const challenge = bytes(options.challenge);
  if (form.dataset.passkey === 'get') {
    const publicKey = { ...options, challenge, allowCredentials: withBytes(options.allowCredentials) ?? [] };
    return navigator.credentials.get({ publicKey });
  }
  const user = { ...options.user, id: bytes(options.user.id) };
  return navigator.credentials.create({
    publicKey: { ...options, challenge, user, excludeCredentials: withBytes(options.excludeCredentials) ?? [] },
  });
}

async function send() {
  problem.textContent = '';
  try {
    const { id, rawId, type, response } = await answer();
    const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
    const given = Object.fromEntries(parts.flatMap((part) => (response[part] ? [[part, base64url(response[part])]] : [])));
    if (response.getTransports) given.transports = response.getTransports();
    form.elements.namedItem('response').value = JSON.stringify({
      id,
      rawId: base64url(rawId),
      type,
      clientExtensionResults: {},
      response: given,
    });
    form.submit();
  } catch {
    problem.textContent = form.dataset.problem;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void send();
});
// Until now the form would have been sent without an answer.
const button = form.querySelector('[type=submit]');
button.disabled = false;
if (button.autofocus) button.focus();
if (form.dataset.start !== undefined) void send();
