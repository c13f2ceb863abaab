import { describe, expect, it } from 'vitest';
import { s3Location, s3LocationsIn } from '../../src/inventory/s3-location.ts';
import { withoutQuery } from '../../src/inventory/without-query.ts';

describe('where in S3 something lies', () => {
  it.each<[text: string, bucket: string, key: string]>([
    ['s3://models/churn/model.tar.gz', 'models', 'churn/model.tar.gz'],
    ['s3://models', 'models', ''],
    ['s3://models/', 'models', ''],
    ['S3://models/a', 'models', 'a'],
    ['s3://old_Bucket.us/a', 'old_Bucket.us', 'a'],
    ['https://models.s3.eu-west-1.amazonaws.com/churn/m.tar.gz', 'models', 'churn/m.tar.gz'],
    ['https://models.s3.amazonaws.com/m', 'models', 'm'],
    ['https://with.dots.s3.dualstack.eu-west-1.amazonaws.com/m', 'with.dots', 'm'],
    ['https://s3.eu-west-1.amazonaws.com/models/m', 'models', 'm'],
    ['https://s3-us-west-2.amazonaws.com/models/m', 'models', 'm'],
    ['https://models.s3.cn-north-1.amazonaws.com.cn/m', 'models', 'm'],
    ['https://models.s3.eu-west-1.amazonaws.com/m?X-Amz-Signature=0', 'models', 'm'],
  ])('%s', (text, bucket, key) => expect(s3Location(text)).toEqual({ bucket, key }));

  it.each([
    '',
    'models/a',
    'https://example.com/models/a',
    'https://s3.eu-west-1.amazonaws.com/',
    'https://models.s3.eu-west-1.amazonaws.com.evil.example/m',
    's3://arn:aws:s3:eu-west-1:111122223333:accesspoint/models/m',
    'see s3://models/a',
    'arn:aws:s3:::models',
  ])('no bucket that anybody could tell: %s', (text) => expect(s3Location(text)).toBeUndefined());

  it('is found anywhere in a row, with the field that names it', () => {
    const row = {
      JobName: 's3-copy',
      InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://raw/a' } } }, { DataSource: null }],
      OutputDataConfig: { S3OutputPath: 's3://models/' },
    };
    expect([...s3LocationsIn(row)]).toEqual([
      { path: 'InputDataConfig[0].DataSource.S3DataSource.S3Uri', bucket: 'raw', key: 'a' },
      { path: 'OutputDataConfig.S3OutputPath', bucket: 'models', key: '' },
    ]);
  });
});

describe('an address without what may be secret', () => {
  it.each([
    ['https://b.s3.amazonaws.com/m?X-Amz-Signature=not-a-secret', 'https://b.s3.amazonaws.com/m'],
    ['https://user:not-a-secret@example.com/m#part', 'https://example.com/m'],
    ['s3://my_bucket/a/b', 's3://my_bucket/a/b'],
    ['s3://bucket/a@b/c', 's3://bucket/a@b/c'],
    ['no address', 'no address'],
  ])('%s', (url, bare) => expect(withoutQuery(url)).toBe(bare));
});
