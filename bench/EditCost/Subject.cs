using System.Reflection;
using Microsoft.CodeAnalysis;
using Pipeline.Generators;

namespace Pipeline.EditCost;

/// <summary>A generator, and the kind of code it is made for.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Code">What bench/AnalyzerCost/Generate.cs calls the code.</param>
/// <param name="Generators">Makes the generators of the package.</param>
/// <param name="Reference">A type of the library that the code uses.</param>
internal sealed record Subject(string Name, string Code, Func<ISourceGenerator[]> Generators, Type? Reference)
{
    public static Subject Pipeline { get; } = new(
        "Pipeline", "services", static () => [new ServiceProxyGenerator().AsSourceGenerator()], typeof(ServiceDefinition));

    public static Subject NameOnly { get; } = new(
        "one that reads only names", "services", static () => [new NameOnlyGenerator().AsSourceGenerator()], typeof(ServiceDefinition));

    public static Subject Mediator { get; } = new(
        "Mediator.SourceGenerator", "mediator", static () => Load("MediatorGenerator"), typeof(global::Mediator.IMediator));

    public static Subject Mvvm { get; } = new(
        "CommunityToolkit.Mvvm", "mvvm", static () => Load("MvvmGenerator"), typeof(CommunityToolkit.Mvvm.ComponentModel.ObservableObject));

    /// <summary>What the project file says about itself.</summary>
    public static string Metadata(string key) => typeof(Subject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;

    private static ISourceGenerator[] Load(string key)
    {
        var types = Assembly.LoadFrom(Metadata(key)).GetTypes()
            .Where(type => type is { IsAbstract: false } && type.GetCustomAttribute<GeneratorAttribute>() is not null);
        return [.. types.Select(type => Activator.CreateInstance(type) switch
        {
            IIncrementalGenerator incremental => incremental.AsSourceGenerator(),
            var generator => (ISourceGenerator)generator!,
        })];
    }
}
