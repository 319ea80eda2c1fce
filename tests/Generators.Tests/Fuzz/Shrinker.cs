namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Makes a failing declaration small.</summary>
internal static class Shrinker
{
    /// <summary>Takes parts away as long as the rest still fails.</summary>
    public static async Task<DeclaredService> ShrinkAsync(DeclaredService declaration, Func<DeclaredService, Task<bool>> fails)
    {
        for (bool isSmaller = true; isSmaller;)
        {
            isSmaller = false;
            foreach (var smaller in Smaller(declaration))
            {
                if (!await fails(smaller))
                    continue;
                declaration = smaller;
                isSmaller = true;
                break;
            }
        }

        return declaration;
    }

    private static IEnumerable<DeclaredService> Smaller(DeclaredService declaration)
    {
        foreach (var containers in Without(declaration.Containers))
            yield return declaration with { Containers = containers };
        foreach (var apis in Without(declaration.Apis))
            yield return declaration with { Apis = apis, IsSuspicious = declaration.IsSuspicious || apis.Count == 0 };
        foreach (var parameters in Without(declaration.ConstructorParameters))
            yield return declaration with { ConstructorParameters = parameters };
        foreach (var members in Without(declaration.Members))
            yield return declaration with { Members = members };
        if (declaration.Options + declaration.Attributes is not "")
            yield return declaration with { Options = "", Attributes = "" };
        for (int i = 0; i < declaration.Apis.Count; i++)
        {
            foreach (var api in Smaller(declaration.Apis[i]))
                yield return declaration with { Apis = [.. declaration.Apis[..i], api, .. declaration.Apis[(i + 1)..]] };
        }
    }

    private static IEnumerable<DeclaredApi> Smaller(DeclaredApi api)
    {
        foreach (var parameters in Without(api.Parameters))
            yield return api with { Parameters = parameters };
        if (api.Attributes.Length > 0)
            yield return api with { Attributes = "" };
        if (api.Result is not ("int" or "void"))
            yield return api with { Result = "int" };
    }

    private static IEnumerable<List<T>> Without<T>(List<T> items)
    {
        for (int i = 0; i < items.Count; i++)
            yield return [.. items[..i], .. items[(i + 1)..]];
    }
}
