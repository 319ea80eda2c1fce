using Pipeline.Hosting;

namespace Pipeline.Runtime.Tests.Hosting;

public class TypeNameTests
{
    [TestCase(typeof(string), "string")]
    [TestCase(typeof(object), "object")]
    [TestCase(typeof(int?), "int?")]
    [TestCase(typeof(DayOfWeek), "DayOfWeek")]
    [TestCase(typeof(float[][,]), "float[][,]")]
    [TestCase(typeof(Dictionary<string, List<int>>), "Dictionary<string, List<int>>")]
    [TestCase(typeof(Dictionary<string, int>.KeyCollection), "Dictionary<string, int>.KeyCollection")]
    [TestCase(typeof(Outer<int>.Inner<bool>), "TypeNameTests.Outer<int>.Inner<bool>")]
    public void Of_Type_IsAsSourceSpellsIt(Type type, string expected) => Assert.That(TypeName.Of(type), Is.EqualTo(expected));

    private static class Outer<T>
    {
        public sealed class Inner<TInner>;
    }
}
