using System.Collections.Immutable;

namespace Pipeline.Analyzers.Names;

/// <summary>Calls that nobody makes in vain: what they ask decides whether more may be asked, or every call has its price.</summary>
internal static class VainCallNames
{
    private static readonly ImmutableHashSet<string> Deciding = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Access", "Acl", "Admin", "Allowed", "Auth", "Authorization", "Authorized", "Ban", "Block", "Cache", "Cached", "Can",
        "Claim", "Claims", "Consent", "Enabled", "Exists", "Feature", "Flag", "Grant", "Has", "Is", "License", "Limit",
        "Lock", "Member", "Membership", "Owner", "Permission", "Permissions", "Policy", "Quota", "Rate", "Right", "Rights",
        "Role", "Roles", "Session", "Subscription", "Switch");

    private static readonly ImmutableHashSet<string> Costly = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Ai", "Certificate", "Chat", "Completion", "Completions", "Credential", "Credentials", "Embed", "Embedding",
        "Embeddings", "Generate", "Gpt", "Infer", "Key", "Keys", "Llm", "Moderation", "Password", "Payment", "Predict",
        "Prompt", "Secret", "Secrets", "Sms", "Token", "Tokens", "Transcribe", "Translate", "Vault");

    private static readonly ImmutableHashSet<string> Forbidding = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Access", "Auth", "Authentication", "Authorization", "Credential", "Denied", "Forbidden", "Permission", "Security",
        "Unauthenticated", "Unauthorized");

    /// <summary>Whether what the names stand for decides what else may be asked.</summary>
    public static bool Decides(params string[] names) => Has(Deciding, names) || IsCostly(names);

    /// <summary>Whether a call in vain has a price, or shows what nobody should hold needlessly.</summary>
    public static bool IsCostly(params string[] names) => Has(Costly, names);

    /// <summary>Whether an exception of the name says "you must not", rather than "it is not there".</summary>
    public static bool Forbids(string exception) => Has(Forbidding, exception);

    private static bool Has(ImmutableHashSet<string> words, params string[] names) =>
        names.Any(name => NameWords.Split(name).Any(word => words.Contains(word) || words.Contains(word.TrimEnd('s'))));
}
