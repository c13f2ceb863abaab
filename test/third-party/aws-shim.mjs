#!/usr/bin/env node
// As much of `aws s3 cp` as deploy/worker.sh uses, against the S3 of moto.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [service, command, ...args] = process.argv.slice(2);
const [source = '', target = ''] = args.filter((arg) => !arg.startsWith('--'));
const recursive = args.includes('--recursive');
const strange = args.find((arg) => arg.startsWith('--') && !['--recursive', '--only-show-errors'].includes(arg));
if (service !== 's3' || command !== 'cp' || strange !== undefined)
  throw new Error(`the test knows no aws ${process.argv.slice(2).join(' ')}`);

/** @param {string} uri */
const place = (uri) => {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(uri) ?? [];
  return { bucket, key };
};
// moto looks at who asks, and not at the signature.
const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=moto/20261123/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0' };
/** @param {string} path @param {RequestInit} [init] */
const ask = async (path, init) => {
  const answer = await fetch(`${process.env['MOTO_URL']}/${path}`, { ...init, headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
};
/** @param {string} path @param {Buffer} bytes */
const save = (path, bytes) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
};

if (target.startsWith('s3://')) {
  const { bucket, key } = place(target);
  await ask(`${bucket}/${key}`, { method: 'PUT', body: new Uint8Array(readFileSync(source)) });
} else {
  const { bucket, key } = place(source);
  if (!recursive) save(target, await ask(`${bucket}/${key}`));
  else {
    const listed = (await ask(`${bucket}?list-type=2&prefix=${encodeURIComponent(key)}`)).toString('utf8');
    if (listed.includes('<IsTruncated>true')) throw new Error('more than one page');
    for (const [, found = ''] of listed.matchAll(/<Key>([^<]+)<\/Key>/g)) {
      save(join(target, found.slice(key.length)), await ask(`${bucket}/${found}`));
    }
  }
}
