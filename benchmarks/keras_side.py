"""The Keras side of `imdb_step`, run by the Python of an environment of its own: one step for each line it reads.

It imports nothing of seqviz. For each line on standard input it makes one training step of the classic script's net
(Embedding 128, bidirectional LSTM 64, dropout 0.5, one sigmoid) on one batch and prints the seconds it took.
"""

import os
import sys
import time

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import numpy as np
import tensorflow

tensorflow.config.threading.set_intra_op_parallelism_threads(1)
tensorflow.config.threading.set_inter_op_parallelism_threads(1)

VOCABULARY_SIZE, LENGTH, BATCH = 10_000, 200, 128


def classic_net() -> keras.Model:
    """Build the net that the articles build."""
    net = keras.Sequential(
        [
            keras.Input((LENGTH,)),
            keras.layers.Embedding(VOCABULARY_SIZE, 128),
            keras.layers.Bidirectional(keras.layers.LSTM(64)),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    net.compile("adam", "binary_crossentropy")
    return net


def main() -> None:
    """Answer each line with the seconds of one step."""
    generator = np.random.default_rng(0)
    token_ids = generator.integers(2, VOCABULARY_SIZE, (BATCH, LENGTH))
    labels = generator.integers(0, 2, BATCH).astype("float32")
    net = classic_net()
    print(f"Keras {keras.__version__}, TensorFlow {tensorflow.__version__}", flush=True)
    for _ in sys.stdin:
        started = time.perf_counter()
        net.train_on_batch(token_ids, labels)
        print(time.perf_counter() - started, flush=True)


if __name__ == "__main__":
    main()
