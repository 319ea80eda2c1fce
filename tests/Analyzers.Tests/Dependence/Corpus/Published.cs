namespace Corpus;

[Service] public partial class Preprocessor
{
    [Api] public float[] ProcessText(string text) => [text.Length];
    [Api] public float[] ProcessImage(string url) => [url.Length];
}

[Service] public partial class TextModel { [Api] public float Predict(float[] features) => features[0]; }

[Service] public partial class ImageModel { [Api] public float Predict(float[] features) => features[0]; }

[Service] public partial class Ranker { [Api] public float Rank(float[] scores) => scores[0]; }

public partial class MixedPattern(Preprocessor.Proxy pre, TextModel.Proxy textModel, ImageModel.Proxy imageModel, Ranker.Proxy ranker)
{
    [Overlap("2->1", "the published mixed pattern: its own authors left the two preprocessing calls one after the other")]
    public async Task<float> Predict(string text, string url)
    {
        var features = await pre.ToAsync.ProcessText(text);
        var imageFeatures = await pre.ToAsync.ProcessImage(url);
        var (textScore, imageScore) = await Gather.All(textModel.ToAsync.Predict(features), imageModel.ToAsync.Predict(imageFeatures));
        return await ranker.ToAsync.Rank([textScore, imageScore]);
    }
}

[Service] public partial class Generator { [Api] public List<string> Generate(string sentence) => [sentence]; }

[Service] public partial class Classifier { [Api] public float Classify(string text) => text.Length; }

public partial class InferenceGraph(Generator.Proxy gpt2, Generator.Proxy distilgpt2, Classifier.Proxy classifier)
{
    [Loop("Append", "BentoML's inference-graph sample: it gathers its two generators and then scores each text one by one")]
    public async Task<List<float>> Generate(string sentence)
    {
        var (first, second) = await Gather.All(gpt2.ToAsync.Generate(sentence), distilgpt2.ToAsync.Generate(sentence));
        List<string> generated = [.. first, .. second];
        var results = new List<float>();
        foreach (var text in generated)
            results.Add(await classifier.ToAsync.Classify(text));
        return results;
    }
}
