namespace Pipeline.Conformance.Tests.Services;

/// <summary>Every form of a declaration.</summary>
[Service]
public sealed partial class Signatures(Probe probe)
{
    [Api]
    public void Nothing() => probe.Signal("nothing");

    [Api]
    public Task NothingTaskAsync(string text)
    {
        probe.Keep("task", text);
        return Task.CompletedTask;
    }

    [Api]
    public async ValueTask NothingValueTaskAsync()
    {
        await Task.Yield();
        probe.Signal("value task");
    }

    [Api]
    public int Sum(params int[] numbers) => numbers.Sum();

    [Api]
    public Task<string> JoinAsync(string separator, CancellationToken cancellationToken, params IEnumerable<string?> texts) =>
        Task.FromResult(string.Join(separator, texts));

    [Api]
    public string Defaults(
        int number = int.MinValue,
        string text = "a\"\\\n\u2028",
        char character = '\'',
        double real = double.NaN,
        decimal exact = 1.50m,
        Colour? colour = (Colour)7,
        DateTime date = default,
        string? nothing = null,
        bool truth = true,
        CancellationToken cancellationToken = default) =>
        FormattableString.Invariant($"{number}|{text}|{character}|{real}|{exact}|{colour}|{date.Ticks}|{nothing is null}|{truth}|{cancellationToken.IsCancellationRequested}");

    [Api]
    public string Kind(int value) => $"int {value}";

    [Api(Name = "KindOfText")]
    public string Kind(string? value) => $"string {value}";

    [Api(Name = "KindOrNone")]
    public Task<string> KindAsync(int? value) => Task.FromResult($"int? {value}");

    [Api(Name = "KindOfTwo")]
    public string Kind(int left, long right) => $"int {left} long {right}";

    [Api]
    public Task<string> @eventAsync(int @class, int call, int Self, int service, int channel, int token, int args, int Item1, int Rest, int _) =>
        Task.FromResult($"{@class}{call}{Self}{service}{channel}{token}{args}{Item1}{Rest}{_}");

    [Api]
    public bool TokenInTheMiddle(string text, CancellationToken token, int number = 3) => token.IsCancellationRequested && text?.Length == number;
}
