using Pipeline.Contract;

namespace Pipeline.Analyzers.Tests.Contract;

public class ApiEffectTests
{
    [Test]
    public void Members_AreTheRuntimes() => Assert.That(
        Enum.GetValues<ApiEffect>().Select(effect => (effect.ToString(), (int)effect)),
        Is.EqualTo(Enum.GetValues<Effect>().Select(effect => (effect.ToString(), (int)effect))));
}
