using System.Diagnostics;

namespace Digits.Models;

/// <summary>Tells a waiting person which model is being trained.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="models">How many models there are to train.</param>
public sealed class TrainingProgress(TextWriter output, int models)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);
    private int _trained;

    /// <summary>Trains one model, with a line before and a line after.</summary>
    public Classifier Train(string model, string method, Func<Classifier> train)
    {
        _output.WriteLine($"training {model}: {method}");
        long start = Stopwatch.GetTimestamp();
        Classifier classifier = train();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _output.WriteLine($"trained  {model} in {seconds:F1} s ({Interlocked.Increment(ref _trained)} of {models})");
        return classifier;
    }
}
