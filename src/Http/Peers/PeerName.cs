namespace Pipeline.Http.Peers;

/// <summary>Finds names that the other side may spell in its own way: <c>predict_row</c> is <c>PredictRow</c>.</summary>
internal static class PeerName
{
    public static T? Find<T>(IReadOnlyList<T> all, string name, Func<T, string> nameOf)
        where T : class
    {
        if (all.FirstOrDefault(each => nameOf(each) == name) is { } exact)
            return exact;

        string plain = Plain(name);
        return all.Where(each => Plain(nameOf(each)) == plain).Take(2).ToArray() is [var one] ? one : null;
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
