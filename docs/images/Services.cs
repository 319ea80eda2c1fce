using Pipeline;

public sealed record Ticket(string Summary, float Mood, string Topic);

[Service]
public partial class Summarizer
{
    [Api] public string Summarize(string text) => text.Split('.')[0];
}

[Service]
public partial class Sentiment
{
    [Api] public float Score(string text) => text.Contains("love", StringComparison.Ordinal) ? 1 : 0;
}

[Service]
public partial class Topics
{
    [Api] public string Classify(string summary) => summary.Contains("bill", StringComparison.Ordinal) ? "billing" : "other";
}
