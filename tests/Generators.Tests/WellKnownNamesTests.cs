using System.Reflection;
using Pipeline.Contract;
using Pipeline.Generators.Parsing;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

public sealed class WellKnownNamesTests
{
    private static IEnumerable<string> TypeNames => typeof(WellKnownNames)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Where(constant => constant.Name != nameof(WellKnownNames.GeneratorName))
        .Select(constant => (string)constant.GetRawConstantValue()!)
        .Concat(typeof(CallerAttributes)
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .SelectMany(names => (string[])names.GetValue(null)!))
        .Distinct();

    [TestCaseSource(nameof(TypeNames))]
    public void Name_OfAType_IsOneTheCompilerFinds(string name) =>
        Assert.That(ServiceCompilation.Create().GetTypeByMetadataName(name), Is.Not.Null);

    [Test]
    public void GeneratorName_IsTheAssemblys() =>
        Assert.That(typeof(ServiceProxyGenerator).Assembly.GetName().Name, Is.EqualTo(WellKnownNames.GeneratorName));
}
