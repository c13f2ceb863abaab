/**
 * Domains under which anybody gets a name, or a place to put data: clouds, hosting, code. A list that allows all names below one of them allows
 * a name of an attacker's. Far from complete: a hit is a reason to look, its absence is none to be at rest.
 */
const shared = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'awsapprunner.com',
  'azure.com',
  'azurewebsites.net',
  'blogspot.com',
  'cloudfront.net',
  'core.windows.net',
  'dropbox.com',
  'dropboxusercontent.com',
  'firebaseapp.com',
  'github.io',
  'githubusercontent.com',
  'gitlab.io',
  'google.com',
  'googleapis.com',
  'googleusercontent.com',
  'herokuapp.com',
  'netlify.app',
  'ngrok.app',
  'ngrok.io',
  'on.aws',
  'pages.dev',
  'trycloudflare.com',
  'vercel.app',
  'web.app',
  'windows.net',
  'workers.dev',
];

/** Second-level names under which countries sell domains, such as `co.uk`. */
const registries = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'ne', 'or', 'org']);

/** Is it the whole of a top-level domain, or of what a country sells below its own? Everything, for the empty name and `*`. */
export function isWholeRegistry(domain: string): boolean {
  const labels = labelsOf(domain);
  const [second = '', top = ''] = labels;
  return labels.length <= 1 || (labels.length === 2 && top.length === 2 && registries.has(second));
}

/** Are names below it anybody's? */
export function isOpenDomain(domain: string): boolean {
  const name = labelsOf(domain).join('.');
  const buckets = /^s3([.-][a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
  return isWholeRegistry(domain) || shared.some((each) => each === name || each.endsWith(`.${name}`)) || buckets.test(name);
}

function labelsOf(domain: string): readonly string[] {
  return domain
    .toLowerCase()
    .split('.')
    .filter((label) => label !== '' && label !== '*');
}
