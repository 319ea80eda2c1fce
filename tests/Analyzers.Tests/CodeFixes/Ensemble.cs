namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>A service whose one method has the body of a test, and the models it asks.</summary>
internal static class Ensemble
{
    public static string Source(string body, string signature = "async Task<float> PredictAsync(float[] data, CancellationToken ct)") =>
        Member($"[Api]\npublic {signature}\n{{\n    {body.ReplaceLineEndings("\n    ")}\n}}");

    /// <summary>Any members in the place of that method.</summary>
    public static string Member(string member) => $$"""
        [Service] public partial class ModelA { [Api] public float Predict(float[] data) => 0; }
        [Service] public partial class ModelB { [Api] public Task<float> PredictAsync(float[] data, CancellationToken ct) => Task.FromResult(0f); }
        [Service] public partial class ModelC { [Api] public float Predict(float[] data) => 0; }

        public sealed record Scores(float First, float Second);

        [Service]
        public partial class Ensemble(ModelA.Proxy modelA, ModelB.Proxy modelB, ModelC.Proxy modelC)
        {
            {{Indented(member)}}
        }
        """;

    private static string Indented(string text) => string.Join("\n", text.ReplaceLineEndings("\n").Split('\n')
        .Select((line, index) => index == 0 || string.IsNullOrWhiteSpace(line) ? line.TrimEnd() : "    " + line));
}
