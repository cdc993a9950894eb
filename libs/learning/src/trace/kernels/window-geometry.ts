import type { tf } from '../../tfjs.js';

/** Where the windows of a convolution or pooling lie, as tfjs computes it. */
export type WindowGeometry = tf.backend_util.Conv2DInfo;

/** Top, left, bottom, right: ONNX's order. */
export function padsOf({ padInfo: { top, left, bottom, right } }: WindowGeometry): [number, number, number, number] {
  return [top, left, bottom, right];
}

/** Rows and columns at the end of the padded image that no window reaches; below 0 if windows reach beyond it. */
export function leftOver(geometry: WindowGeometry): [number, number] {
  const { inHeight, inWidth, outHeight, outWidth, effectiveFilterHeight, effectiveFilterWidth } = geometry;
  const { strideHeight, strideWidth, padInfo } = geometry;
  return [
    inHeight + padInfo.top + padInfo.bottom - ((outHeight - 1) * strideHeight + effectiveFilterHeight),
    inWidth + padInfo.left + padInfo.right - ((outWidth - 1) * strideWidth + effectiveFilterWidth),
  ];
}
