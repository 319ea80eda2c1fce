using Digits.Data;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Digits.Models;

/// <summary>
/// A trained ML.NET pipeline that scores rows of numbers. Safe for concurrent use; a call runs on its caller's thread alone.
/// </summary>
public sealed class Classifier
{
    /// <summary>The column that holds an example's digit as a number; "Label" holds it as a key.</summary>
    public const string Digit = nameof(Row.Digit);

    private readonly MLContext _context;
    private readonly ITransformer _pipeline;

    private Classifier(MLContext context, ITransformer pipeline) => (_context, _pipeline) = (context, pipeline);

    /// <summary>Trains the pipeline that <paramref name="describe"/> returns. The same rows give the same model.</summary>
    public static Classifier Train(Func<MLContext, IEstimator<ITransformer>> describe, float[][] rows, int[] digits)
    {
        var context = new MLContext(seed: 1);
        var examples = rows.Zip(digits, (features, digit) => new Row { Features = features, Label = (uint)digit });
        return new Classifier(context, describe(context).Fit(context.Data.LoadFromEnumerable(examples, Schema(rows[0].Length))));
    }

    /// <summary>Scores each row.</summary>
    /// <remarks>
    /// A prediction engine serves one thread, so each call has its own. ML.NET's data views would be no simpler and would take
    /// every core for one call, which leaves nothing to gain from calling several models at once.
    /// </remarks>
    public Scores Score(float[][] rows, CancellationToken cancellationToken)
    {
        if (rows.Length == 0)
            return new Scores([]);

        using var engine = _context.Model.CreatePredictionEngine<Row, Output>(_pipeline, inputSchemaDefinition: Schema(rows[0].Length));
        var scores = new float[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            scores[row] = engine.Predict(new Row { Features = rows[row] }).Score;
        }
        return new Scores(scores);
    }

    private static SchemaDefinition Schema(int width)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        return schema;
    }

    private sealed class Output
    {
        public float[] Score { get; set; } = [];
    }

    private sealed class Row
    {
        public required float[] Features { get; init; }

        [KeyType(DigitSet.Classes)]
        public uint Label { get; init; }

        public int Digit => (int)Label;
    }
}
