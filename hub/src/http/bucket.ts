/** How much may happen at once, and how much each second after that. */
export interface BucketSize {
  readonly most: number
  readonly perSecond: number
}

/** Counts for each key apart, so that what one account does is never seen in what another is answered. */
export interface Buckets {
  /** Takes one. Returns 0, or the seconds after which there is one again. */
  take(key: string, size: BucketSize, now: Date): number
}

interface Bucket {
  left: number
  at: number
}

/** Buckets that fill up by themselves. A full one is forgotten, so that the memory is that of the busy accounts. */
export function openBuckets(bucketsMax: number): Buckets {
  const buckets = new Map<string, Bucket>()

  function find(key: string, { most, perSecond }: BucketSize, at: number): Bucket {
    const bucket = buckets.get(key) ?? { left: most, at }
    const seconds = Math.max(0, at - bucket.at) / 1000
    bucket.left = Math.min(most, bucket.left + seconds * perSecond)
    bucket.at = at
    // Put in anew, so that the map's first is the one that was longest untouched.
    buckets.delete(key)
    buckets.set(key, bucket)
    return bucket
  }

  return {
    take(key, size, now) {
      const bucket = find(key, size, now.getTime())
      if (buckets.size > bucketsMax) {
        const [longest] = buckets.keys()
        if (longest !== undefined) buckets.delete(longest)
      }
      if (bucket.left < 1) return Math.ceil((1 - bucket.left) / size.perSecond)
      bucket.left -= 1
      return 0
    },
  }
}
