// What tfjs's arithmetic in JavaScript (4.22) gets wrong and the compiled graph does not. `trace/kernels/linear-operations.test.ts`
// holds the graph to the definition of these gradients without either.
import '@tensorflow/tfjs-backend-cpu';
import { tf } from './tfjs.js';

type Inputs = Readonly<Record<'dy' | 'images' | 'input', tf.Tensor>>;
type Kernel = (inputs: Partial<Inputs>) => tf.Tensor;

function correct(
  kernelName: string,
  corrected: (kernel: Kernel, inputs: Inputs, attributes: tf.AvgPoolAttrs) => tf.Tensor,
): void {
  const { kernelFunc } = tf.getKernel(kernelName, 'cpu');
  tf.unregisterKernel(kernelName, 'cpu');
  tf.registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const kernel: Kernel = (others) => {
        const { dataId, shape, dtype } = kernelFunc({
          inputs: { ...inputs, ...others },
          attrs: attrs ?? {},
          backend,
        }) as tf.TensorInfo;
        return tf.engine().makeTensorFromDataId(dataId, shape, dtype);
      };
      const tensors = Object.entries(inputs).map(([name, info]) => [name, asTensor(info as tf.TensorInfo)]);
      return corrected(kernel, Object.fromEntries(tensors) as Inputs, attrs as unknown as tf.AvgPoolAttrs);
    },
  });
}

function asTensor(info: tf.TensorInfo): tf.Tensor {
  return info instanceof tf.Tensor ? (info as tf.Tensor) : tf.engine().makeTensorFromTensorInfo(info);
}

// It divides by the whole window also where some of it lies in the padding, which the pooling itself does not count.
correct('AvgPoolGrad', (kernel, { dy, input }, { filterSize, strides, pad }) => {
  const [height, width = height] = [filterSize].flat() as [number, number?];
  const [, rows, columns] = input.shape as [number, number, number, number];
  const window = tf.ones<tf.Rank.R4>([height, width, 1, 1]);
  const counts = tf.conv2d(tf.ones<tf.Rank.R4>([1, rows, columns, 1]), window, strides, pad);
  return kernel({ dy: tf.mul(dy, tf.div(window.size, counts)) });
});

// It looks for the second image's gradients where the image would begin if the result were of its input's size.
correct('ResizeNearestNeighborGrad', (kernel, { dy, images }) => {
  const each = Array.from({ length: dy.shape[0] as number }, (_, i) =>
    kernel({ dy: tf.slice(dy, [i], [1]), images: tf.slice(images, [i], [1]) }),
  );
  return tf.concat(each);
});

// It exchanges height and width in the shape, not in the numbers.
correct('ResizeBilinearGrad', (kernel, { images }) => tf.reshape(kernel({}), images.shape));
