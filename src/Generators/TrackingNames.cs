namespace Pipeline.Generators;

/// <summary>The names of the pipeline's steps, for tests that see which of them ran.</summary>
internal static class TrackingNames
{
    public const string Names = nameof(Names);
    public const string Declarations = nameof(Declarations);
    public const string Services = nameof(Services);
    public const string HintNames = nameof(HintNames);
    public const string HintNameClashes = nameof(HintNameClashes);
    public const string MissingLanguage = nameof(MissingLanguage);
    public const string Sources = nameof(Sources);
}
