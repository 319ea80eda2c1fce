using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Tests;

/// <summary>What the pipeline remembers must be plain values: a symbol would keep a compilation alive, and never equal the next one.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation),
        typeof(SemanticModel), typeof(Location), typeof(AttributeData), typeof(IOperation), typeof(SourceText), typeof(Delegate),
        typeof(Array), typeof(TypedConstant),
    ];

    private static IEnumerable<Type> Models => typeof(ServiceModel).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(ServiceModel).Namespace && !type.Name.Contains('<', StringComparison.Ordinal));

    [TestCaseSource(nameof(Models))]
    public void Model_Fields_CanHoldOnlyPlainValues(Type model) =>
        Assert.That(Fields(model).Where(field => CanHoldForbidden(field.FieldType)), Is.Empty);

    [TestCaseSource(nameof(Models))]
    public void Model_Type_IsASealedRecordOrAnEnum(Type model) =>
        Assert.That(model.IsEnum || (model.IsSealed && model.GetMethod("<Clone>$") is not null));

    [TestCase(typeof(object))]
    [TestCase(typeof(IEnumerable))]
    [TestCase(typeof(INamedTypeSymbol))]
    [TestCase(typeof(IEquatable<ISymbol>))]
    [TestCase(typeof(ImmutableArray<IMethodSymbol>))]
    [TestCase(typeof(Func<int>))]
    [TestCase(typeof(string[]))]
    [TestCase(typeof(IReadOnlyList<string>))]
    public void Guard_FieldThatCouldHoldASymbol_IsFound(Type field) => Assert.That(CanHoldForbidden(field));

    private static bool CanHoldForbidden(Type field) =>
        Array.Exists(Forbidden, forbidden => field.IsAssignableFrom(forbidden) || forbidden.IsAssignableFrom(field))
        || field.IsInterface
        || field.GetGenericArguments().Any(CanHoldForbidden);

    private static FieldInfo[] Fields(Type type) =>
        type.IsEnum ? [] : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
}
