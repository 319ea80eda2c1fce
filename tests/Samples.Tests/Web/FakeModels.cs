using Digits.Features;
using Digits.Models;
using DigitsWeb.Drawing;
using DigitsWeb.Reading;

namespace Pipeline.Samples.Tests.Web;

/// <summary>A reader over models that say what a test wants.</summary>
/// <param name="kernel">What the kernel model answers.</param>
/// <param name="rest">What all other models answer.</param>
internal sealed class FakeModels(Func<Task<Scores>> kernel, Func<Task<Scores>> rest)
{
    public DigitReader Reader => new(
        new Drawn(), new Kernel(kernel), new Perceptron(rest), new Prototype(rest), new Gradients(), new Gradient(rest), new Profiles(),
        new Profile(rest), TimeProvider.System);

    /// <summary>Scores that are sure of a digit.</summary>
    public static Scores Sure(int digit) => new([[.. Enumerable.Range(0, 10).Select(value => value == digit ? 1f : 0f)]]);

    private sealed class Drawn : Draftsman.Proxy
    {
        public override float[][] Draw(Stroke[] strokes, CancellationToken cancellationToken) => [new float[64]];
    }

    private sealed class Gradients : GradientFeatures.Proxy
    {
        public override float[][] Extract(float[][] images, CancellationToken cancellationToken) => images;
    }

    private sealed class Profiles : ProfileFeatures.Proxy
    {
        public override float[][] Extract(float[][] images, CancellationToken cancellationToken) => images;
    }

    private sealed class Kernel(Func<Task<Scores>> answer) : KernelModel.Proxy(new View(answer))
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class View(Func<Task<Scores>> answer) : Async
        {
            public override Task<Scores> Predict(float[][] images, CancellationToken cancellationToken) => answer();
        }
    }

    private sealed class Perceptron(Func<Task<Scores>> answer) : PerceptronModel.Proxy(new View(answer))
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class View(Func<Task<Scores>> answer) : Async
        {
            public override Task<Scores> Predict(float[][] images, CancellationToken cancellationToken) => answer();
        }
    }

    private sealed class Prototype(Func<Task<Scores>> answer) : PrototypeModel.Proxy(new View(answer))
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class View(Func<Task<Scores>> answer) : Async
        {
            public override Task<Scores> Predict(float[][] images, CancellationToken cancellationToken) => answer();
        }
    }

    private sealed class Gradient(Func<Task<Scores>> answer) : GradientModel.Proxy(new View(answer))
    {
        public override Scores Predict(float[][] features, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class View(Func<Task<Scores>> answer) : Async
        {
            public override Task<Scores> Predict(float[][] features, CancellationToken cancellationToken) => answer();
        }
    }

    private sealed class Profile(Func<Task<Scores>> answer) : ProfileModel.Proxy(new View(answer))
    {
        public override Scores Predict(float[][] features, CancellationToken cancellationToken) => throw new NotSupportedException();

        private sealed class View(Func<Task<Scores>> answer) : Async
        {
            public override Task<Scores> Predict(float[][] features, CancellationToken cancellationToken) => answer();
        }
    }
}
