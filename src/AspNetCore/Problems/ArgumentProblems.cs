namespace Pipeline.AspNetCore.Problems;

/// <summary>Everything that is wrong with a request, by the argument's name; for the answer to list in one go.</summary>
internal sealed class ArgumentProblems
{
    /// <summary>The name of what is wrong with the body as a whole.</summary>
    public const string Body = "$";

    private const int Most = 100;
    private const int LongestName = 100;

    // Made with the first problem: most requests have none.
    private Dictionary<string, List<string>>? _all;
    private int _count;

    public IReadOnlyDictionary<string, List<string>> All => _all ?? [];

    public int Count => _count;

    public bool Any => _count > 0;

    public void Add(string argument, string problem)
    {
        _count++;
        if (_count > Most)
            return;

        string name = argument.Length <= LongestName ? argument : $"{argument[..LongestName]}…";
        _all ??= [];
        if (!_all.TryGetValue(name, out var problems))
            _all.Add(name, problems = []);
        problems.Add(problem);
    }

    /// <exception cref="RequestRefusedException">Something is wrong.</exception>
    public void ThrowIfAny(string api)
    {
        if (Any)
            throw new RequestRefusedException(
                400, $"{_count} argument {(_count == 1 ? "problem" : "problems")} in the call of {api}.", this);
    }
}
