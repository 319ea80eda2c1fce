using Pipeline;

[Service]
public partial class Triage(Summarizer.Proxy summarizer, Sentiment.Proxy sentiment, Topics.Proxy topics)
{
    [Api]
    public async Task<Ticket> ReadAsync(string text, CancellationToken ct)
    {
        var summary = await summarizer.ToAsync.Summarize(text, ct);
        var mood = await sentiment.ToAsync.Score(text, ct);
        var topic = await topics.ToAsync.Classify(summary, ct);
        return new Ticket(summary, mood, topic);
    }
}
