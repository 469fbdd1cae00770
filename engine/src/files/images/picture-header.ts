/** What a picture's own header says, read without decoding a pixel. */
export interface PictureHeader {
  readonly format: 'PNG' | 'JPEG' | 'GIF' | 'WebP' | 'BMP' | 'TIFF'
  /** Zero when the header does not get that far. */
  readonly width: number
  readonly height: number
  /** Times the whole picture is gone through: frames of an animation, scans of a JPEG. At least one. */
  readonly passes: number
  /** A TIFF structure with Exif tags (CIPA DC-008 §4.5). */
  readonly exif?: Uint8Array
  /** An XMP packet (ISO 16684-1). */
  readonly xmp?: Uint8Array
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const NO_SIZE: Size = { width: 0, height: 0 }
