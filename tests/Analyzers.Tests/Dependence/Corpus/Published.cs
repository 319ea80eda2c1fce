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
