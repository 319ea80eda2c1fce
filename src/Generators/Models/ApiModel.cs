namespace Pipeline.Generators.Models;

/// <summary>A valid API.</summary>
internal sealed record ApiModel
{
    /// <summary>The service's method as written in source.</summary>
    public required string MethodName { get; init; }

    /// <summary>The name on both views as written in source.</summary>
    public required string Name { get; init; }

    /// <summary>The base class to call it on, where the service itself would bind the call to another method; or null.</summary>
    public required string? ReceiverType { get; init; }

    public required ResultShape Shape { get; init; }

    /// <summary>Whether the method is known to be an <c>async</c> one: calling it gives a task whatever happens.</summary>
    public required bool IsAsync { get; init; }

    /// <summary>The type of the result, or of a stream's items; null for none.</summary>
    public required string? ResultType { get; init; }

    /// <summary>The method's parameters as declared.</summary>
    public required EquatableArray<ParameterModel> MethodParameters { get; init; }

    /// <summary>Those that callers give.</summary>
    public IEnumerable<ParameterModel> Parameters => MethodParameters.Where(static parameter => parameter.FromScope is null);

    /// <summary>What the scope of each call gives.</summary>
    public IEnumerable<InjectionModel> ScopedServices =>
        MethodParameters.Select(static parameter => parameter.FromScope).Where(static injection => injection is not null)
            .Select(static injection => injection!);

    public bool HasScope => ScopedServices.Any();

    /// <summary>Whether it is declared where nullable annotations are off.</summary>
    public required bool IsOblivious { get; init; }

    /// <summary>The attributes that tell callers something, as written in source.</summary>
    public required EquatableArray<string> Attributes { get; init; }

    /// <summary>The attributes that tell callers something about the bare result, as written in source.</summary>
    public required EquatableArray<string> ResultAttributes { get; init; }

    public required string DocumentationId { get; init; }

    public required ApiOptionsModel Options { get; init; }

    public ParameterModel? Token => Parameters.FirstOrDefault(static parameter => parameter.IsToken);

    public IEnumerable<ParameterModel> DataParameters => Parameters.Where(static parameter => !parameter.IsToken);

    public bool HasParams => Parameters.Any(static parameter => parameter.IsParams);
}
