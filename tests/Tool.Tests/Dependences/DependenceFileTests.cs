using Pipeline.Tool.Dependences;
using Pipeline.Traces;

namespace Pipeline.Tool.Tests.Dependences;

/// <summary>What the tool writes and the runtime reads.</summary>
[TestFixture]
internal sealed class DependenceFileTests
{
    [Test]
    public void File_IsReadByTheRuntimeAsItWasWritten()
    {
        var read = Read(
            new("Shop/Buy", "Shop.cs", 7, [new("A/Get", 0, "Shop.cs", 9, []), new("B/Get", 0, "Shop.cs", 10, [new(0, "uses it")])], null),
            new("Shop/Sell", "Shop.cs", 17, [new("A/Get", 0, "Shop.cs", 19, [])], "'a.Get' is in a loop"));

        Assert.That(read.Apis, Is.EqualTo(new[] { "Shop/Buy", "Shop/Sell" }));
        var buy = read.Of("Shop/Buy")!;
        Assert.That(buy.Calls.Select(static call => (call.Callee, call.Ordinal, call.File, call.Line)), Is.EqualTo(new[]
        {
            ("A/Get", 0, "Shop.cs", 9),
            ("B/Get", 0, "Shop.cs", 10),
        }));
        Assert.That(buy.Calls[1].Needs, Is.EqualTo(new[] { 0 }));
        Assert.That(buy.Ambiguity, Is.Null);
        Assert.That(read.Of("Shop/Sell")!.Ambiguity, Is.EqualTo("'a.Get' is in a loop"));
        Assert.That(read.Of("Shop/Return"), Is.Null);
    }

    [Test]
    public void Needs_AreClosed() => Assert.That(
        Read(new ApiCalls("Shop/Buy", "", 1, [new("A", 0, "", 1, []), new("B", 0, "", 1, [new(0, "")]), new("C", 0, "", 1, [new(1, "")])], null))
            .Of("Shop/Buy")!.Calls[2].Needs,
        Is.EqualTo(new[] { 0, 1 }));

    [TestCase("", "This is no file of dependences")]
    [TestCase("[]", "This is no file of dependences")]
    [TestCase("""{"version": 2, "apis": []}""", "Its version is 2; this runtime reads version 1.")]
    [TestCase("""{"version": 1, "apis": [{"calls": []}]}""", "An API has no name.")]
    [TestCase("""{"version": 1, "apis": [{"api": "A/B", "calls": [{"callee": "C/D", "ordinal": 0, "needs": [{"call": 0}]}]}]}""", "does not come before it")]
    [TestCase("""{"version": 1, "apis": [{"api": "A/B", "calls": []}, {"api": "A/B", "calls": []}]}""", "same key")]
    public void Text_ThatIsSomethingElse_IsRefusedWithWhatToDo(string text, string message) => Assert.That(
        () => CallDependences.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))),
        Throws.TypeOf<InvalidDataException>().With.Message.Contains(message).And.Message.Contains("pipeline graph --dependences"));

    private static CallDependences Read(params ApiCalls[] apis)
    {
        var file = new MemoryStream();
        DependenceFile.Write(apis, file);
        return CallDependences.Read(new MemoryStream(file.ToArray()));
    }
}
