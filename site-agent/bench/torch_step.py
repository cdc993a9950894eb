"""The PyTorch side of `mammofed bench engine`: the same networks, weights, batch, loss and Adam as libs/learning.

usage: torch_step.py MANIFEST.json
MANIFEST names the model, how its deconvolutions are written ("own" or "convolution"), Adam's constants, the threads, and a
file of float32 numbers with the place of each tensor, of the images and of the masks in it. Then each line of standard input is a number of steps to run; each is answered by one line
of JSON: {"losses": [...], "milliseconds": [...], "peakBytes": n}, a loss being that before the step's update, and n the most
memory that the process ever had. The first line printed is {"torch": version, "parameters": count}.
"""

import json
import resource
import sys
import time

import numpy
import torch
import torch.nn.functional as F

EPSILON = 1e-3  # of batch normalization
INSTANCE_EPSILON = 1e-5
NEGATIVE_SLOPE = 0.01
MOMENTUM = 0.1  # torch's momentum is the share of the new value: ours is 0.9
DICE_SMOOTHING = 1.0
VGG_DEPTHS = [2, 2, 3, 3, 3]
RESIDUAL_DEPTHS = [1, 3, 4, 6, 6, 6]


def as_convolution(x, kernel):
    """F.conv_transpose2d(x, kernel, padding=1), as the convolution that it equals: PyTorch 1.13 on a CPU takes ten times
    as long and more for the former."""
    return F.conv2d(x, kernel.transpose(0, 1).flip(2, 3), padding=1)


def own_deconvolution(x, kernel):
    return F.conv_transpose2d(x, kernel, padding=1)


DECONVOLUTIONS = {"own": own_deconvolution, "convolution": as_convolution}


class Network:
    """Applies layers by the names of our tensors."""

    def __init__(self, tensors, deconvolution):
        self.deconvolution = deconvolution
        self.statistics = {n: t for n, t in tensors.items() if "/moving_" in n}
        self.parameters = {n: t.requires_grad_() for n, t in tensors.items() if n not in self.statistics}

    def convolution(self, x, name, padding="same"):
        kernel = self.parameters[name + "/kernel"]
        margin = kernel.shape[2] // 2 if padding == "same" else 0
        return F.conv2d(x, kernel, self.parameters.get(name + "/bias"), padding=margin)

    def normalized(self, x, name):
        of = lambda tensor: f"{name}/norm/{tensor}"
        return F.batch_norm(
            x,
            self.statistics[of("moving_mean")],
            self.statistics[of("moving_variance")],
            self.parameters[of("gamma")],
            self.parameters[of("beta")],
            training=True,
            momentum=MOMENTUM,
            eps=EPSILON,
        )

    def pair(self, x, name, padding):
        for layer in ("conv0", "conv1"):
            x = F.relu(self.convolution(x, f"{name}/{layer}", padding))
        return x

    def unet(self, x, padding="same", passed=lambda skip, below, level: skip):
        skips = []
        for level in range(4):
            x = self.pair(x, f"down{level}", padding)
            skips.append(x)
            x = F.max_pool2d(x, 2)
        x = self.pair(x, "bottom", padding)
        for level in reversed(range(4)):
            name = f"up{level}/upconv"
            skip = passed(skips[level], x, level)
            x = F.conv_transpose2d(x, self.parameters[name + "/kernel"], self.parameters[name + "/bias"], stride=2)
            x = self.pair(torch.cat([cropped(skip, x.shape[2]), x], 1), f"up{level}", padding)
        return self.convolution(x, "logits")

    def unet_valid(self, x):
        size = x.shape[2]
        bottom = -(-(size + 124) // 16)
        mirror = mirrored(size, 16 * bottom + 60)
        return cropped(self.unet(x[:, :, mirror][:, :, :, mirror].contiguous(), "valid"), size)

    def biased(self, x, name, stride=1):
        return F.conv2d(x, self.parameters[name + "/kernel"], self.parameters.get(name + "/bias"), stride=stride)

    def gated(self, skip, below, level):
        if level == 0:
            return skip
        name = f"up{level}/gate"
        both = F.relu(self.biased(skip, f"{name}/skip", 2) + self.biased(below, f"{name}/signal"))
        return skip * enlarged(torch.sigmoid(self.biased(both, f"{name}/score")), 2)

    def attention_unet(self, x):
        return self.unet(x, passed=self.gated)

    def fcn8s(self, x):
        pooled = []
        for level, depth in enumerate(VGG_DEPTHS):
            for index in range(depth):
                x = F.relu(self.convolution(x, f"down{level}/conv{index}"))
            x = F.max_pool2d(x, 2)
            pooled.append(x)
        total = self.convolution(pooled[4], "score5")
        for number in (4, 3):
            kernel = self.parameters[f"score{number}/enlarge/kernel"]
            score = self.convolution(pooled[number - 1], f"score{number}")
            total = F.conv_transpose2d(total, kernel, stride=2, padding=1) + score
        return enlarged(total, 8)

    def whitened(self, x, name, stride=1):
        """A convolution and its instance normalization."""
        kernel = self.parameters[name + "/kernel"]
        x = F.conv2d(x, kernel, stride=stride, padding=kernel.shape[2] // 2)
        of = lambda tensor: self.parameters[f"{name}/norm/{tensor}"]
        return F.instance_norm(x, weight=of("gamma"), bias=of("beta"), eps=INSTANCE_EPSILON)

    def leaky(self, x, name, stride=1):
        return F.leaky_relu(self.whitened(x, name, stride), NEGATIVE_SLOPE)

    def residual(self, x, name, stride):
        inner = self.whitened(self.leaky(x, f"{name}/conv0", stride), f"{name}/conv1")
        around = F.avg_pool2d(x, stride) if stride > 1 else x
        if f"{name}/skip/kernel" in self.parameters:
            around = self.whitened(around, f"{name}/skip")
        return F.leaky_relu(inner + around, NEGATIVE_SLOPE)

    def residual_unet(self, x):
        skips, heads = [], []
        x = self.leaky(x, "stem")
        for level, depth in enumerate(RESIDUAL_DEPTHS):
            for index in range(depth):
                x = self.residual(x, f"down{level}/block{index}", 2 if index == 0 and level > 0 else 1)
            skips.append(x)
        for level in reversed(range(len(skips) - 1)):
            name = f"up{level}/upconv"
            x = F.conv_transpose2d(x, self.parameters[name + "/kernel"], self.parameters[name + "/bias"], stride=2)
            x = self.leaky(torch.cat([x, skips[level]], 1), f"up{level}/conv0")
            head = f"up{level}/logits" if level > 0 else "logits"
            if head + "/kernel" in self.parameters:
                heads.insert(0, self.convolution(x, head))
        return heads

    def deconvnet(self, x):
        pooled = []
        for level, depth in enumerate(VGG_DEPTHS):
            for index in range(depth):
                name = f"down{level}/conv{index}"
                x = F.relu(self.normalized(self.convolution(x, name), name))
            size = x.shape[2:]
            x, winners = F.max_pool2d(x, 2, return_indices=True)
            pooled.append((winners, size))
        for level in reversed(range(len(VGG_DEPTHS))):
            winners, size = pooled[level]
            x = F.max_unpool2d(x, winners, 2, output_size=size)
            for index in range(VGG_DEPTHS[level]):
                name = f"up{level}/deconv{index}"
                x = self.deconvolution(x, self.parameters[name + "/kernel"])
                x = F.relu(self.normalized(x, name))
        return self.convolution(x, "logits")


def enlarged(x, factor):
    return F.interpolate(x, scale_factor=factor, mode="bilinear", align_corners=False)


def cropped(x, size):
    start = (x.shape[2] - size) // 2
    return x[:, :, start : start + size, start : start + size]


def mirrored(size, padded):
    """For each row of the padded image the row of the image that it shows, reflected as often as need be."""
    period = 2 * (size - 1)
    places = [(i - (padded - size) // 2) % period for i in range(padded)]
    return torch.tensor([min(place, period - place) for place in places])


def loss_of_heads(masks, heads):
    """Of heads from the image's resolution down, each of half the weight of the one before: deep supervision."""
    weights = [0.5**head for head in range(len(heads))]
    middles = [2**head // 2 for head in range(len(heads))]
    losses = [loss_of(masks[:, :, m :: 2**i, m :: 2**i], heads[i]) for i, m in enumerate(middles)]
    return sum(weight * loss for weight, loss in zip(weights, losses)) / sum(weights)


def loss_of(masks, logits):
    probabilities = torch.sigmoid(logits)
    overlap = (probabilities * masks).sum((1, 2, 3))
    total = probabilities.sum((1, 2, 3)) + masks.sum((1, 2, 3))
    dice = (2 * overlap + DICE_SMOOTHING) / (total + DICE_SMOOTHING)
    return F.binary_cross_entropy_with_logits(logits, masks) + 1 - dice.mean()


def read(manifest, device):
    numbers = numpy.fromfile(manifest["file"], "<f4")

    def tensor(place):
        shape = place["shape"]
        count = int(numpy.prod(shape))
        values = numbers[place["offset"] : place["offset"] + count].reshape(shape).copy()
        return torch.from_numpy(values).to(device)

    # Kernels come as (rows, columns, in, out), those of transposed convolutions as (rows, columns, out, in).
    ordered = lambda t: t.permute(3, 2, 0, 1).contiguous() if t.dim() == 4 else t
    tensors = {place["name"]: ordered(tensor(place)) for place in manifest["tensors"]}
    images, masks = (tensor(manifest[what]).permute(0, 3, 1, 2).contiguous() for what in ("images", "masks"))
    return tensors, images, masks


def peak_bytes():
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        manifest = json.load(file)
    torch.set_num_threads(manifest["threads"])
    # Where our side trains on a GPU; the card is then the same for both, and so are 24 bits of a float's fraction.
    device = "cuda" if manifest["onGpu"] and torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    tensors, images, masks = read(manifest, device)
    network = Network(tensors, DECONVOLUTIONS[manifest["deconvolution"]])
    forward = {
        "unet": network.unet,
        "unet-valid": network.unet_valid,
        "deconvnet": network.deconvnet,
        "fcn8s": network.fcn8s,
        "attention-unet": network.attention_unet,
        "residual-unet": network.residual_unet,
    }[manifest["model"]]
    adam = manifest["adam"]
    optimizer = torch.optim.Adam(
        network.parameters.values(), lr=adam["learningRate"], betas=(adam["beta1"], adam["beta2"]), eps=adam["epsilon"]
    )
    count = sum(t.numel() for t in network.parameters.values()) + sum(t.numel() for t in network.statistics.values())
    card = torch.cuda.get_device_name() if device == "cuda" else "cpu"
    print(json.dumps({"torch": torch.__version__, "parameters": count, "device": card}), flush=True)
    for line in sys.stdin:
        losses, milliseconds = [], []
        for _ in range(int(line)):
            start = time.perf_counter()
            optimizer.zero_grad(set_to_none=True)
            outputs = forward(images)
            loss = loss_of_heads(masks, outputs) if isinstance(outputs, list) else loss_of(masks, outputs)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
            milliseconds.append(1000 * (time.perf_counter() - start))
        figures = {"losses": losses, "milliseconds": milliseconds, "peakBytes": peak_bytes()}
        print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
