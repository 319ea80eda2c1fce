using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Tests.Names;

public class EffectNamesTests
{
    private static EffectKind Judge(string name) => EffectNames.Default.Judge(name, usesValue: true).Kind;

    [TestCase("Get")]
    [TestCase("GetUser")]
    [TestCase("getUser")]
    [TestCase("GetUserAsync")]
    [TestCase("GetOrder")]
    [TestCase("GetOrders")]
    [TestCase("GetHTTPResponse")]
    [TestCase("GetPosts", Description = "a plural is a noun")]
    [TestCase("GetUpdatedSince", Description = "a participle changes nothing")]
    [TestCase("FindDeletedItems")]
    [TestCase("GetReport", Description = "a noun where a noun stands")]
    [TestCase("ParseResume")]
    [TestCase("ReadArchive")]
    [TestCase("Predict2")]
    [TestCase("PredictV2Async")]
    [TestCase("Analyze")]
    [TestCase("Analyse")]
    [TestCase("Exists")]
    [TestCase("IsValid")]
    [TestCase("HasAccess")]
    [TestCase("Lookup")]
    [TestCase("LookUp")]
    [TestCase("Rerank")]
    [TestCase("Check")]
    [TestCase("CheckInventory")]
    [TestCase("CheckAvailability")]
    [TestCase("GenerateText")]
    [TestCase("GenerateEmbeddings")]
    [TestCase("ProcessText")]
    [TestCase("ProcessTexts")]
    [TestCase("ProcessImageAsync")]
    [TestCase("ProcessSpeech")]
    [TestCase("ProcessVideoFrames")]
    [TestCase("ProcessImageBatch")]
    [TestCase("TranscribeAudio")]
    public void Query(string name) => Assert.That(Judge(name), Is.EqualTo(EffectKind.Query));

    [TestCase("Save")]
    [TestCase("SaveAsync")]
    [TestCase("GetOrCreate")]
    [TestCase("FindAndLock")]
    [TestCase("LoadAndMark")]
    [TestCase("ReadNext")]
    [TestCase("GetNextToken")]
    [TestCase("GetSet", Description = "any word counts, noun or not")]
    [TestCase("IsOpen")]
    [TestCase("ListLog")]
    [TestCase("CheckIn")]
    [TestCase("CheckOut")]
    [TestCase("Checkout")]
    [TestCase("CheckoutCart")]
    [TestCase("CheckInGuestAsync")]
    [TestCase("RollBack")]
    [TestCase("Rollback")]
    [TestCase("SignUp")]
    [TestCase("LogIn")]
    [TestCase("Verify", Description = "guards what follows")]
    [TestCase("Validate")]
    [TestCase("EnsureCapacity")]
    [TestCase("Authorize")]
    [TestCase("Ask")]
    [TestCase("Upsert")]
    [TestCase("UPSERTRow")]
    [TestCase("BlockUser", Description = "a noun's word where a verb stands")]
    [TestCase("GetAndClaim")]
    [TestCase("FindOrIssue")]
    public void Command(string name) => Assert.That(Judge(name), Is.EqualTo(EffectKind.Command));

    [TestCase("Handle")]
    [TestCase("Do")]
    [TestCase("Foo")]
    [TestCase("UserExists", Description = "only a first word makes a query")]
    [TestCase("TryGet")]
    [TestCase("Resolve")]
    [TestCase("Convert")]
    [TestCase("Generated", Description = "not the verb")]
    [TestCase("Getter")]
    [TestCase("Island")]
    [TestCase("GenerateId")]
    [TestCase("GenerateOrderNumber")]
    [TestCase("GenerateApiKeys")]
    [TestCase("GenerateToken")]
    [TestCase("GenerateCode")]
    [TestCase("GeneratePassword")]
    [TestCase("GenerateInvoice")]
    [TestCase("Process")]
    [TestCase("ProcessPayment")]
    [TestCase("ProcessOrder")]
    [TestCase("ProcessOrders")]
    [TestCase("ProcessPaymentDocument")]
    [TestCase("ProcessItem")]
    [TestCase("")]
    [TestCase("_")]
    [TestCase("Async")]
    [TestCase("42")]
    public void Unknown(string name) => Assert.That(Judge(name), Is.EqualTo(EffectKind.Unknown));

    [TestCase("Get")]
    [TestCase("Predict")]
    [TestCase("Handle")]
    public void Command_WhenNobodyUsesTheValue(string name) =>
        Assert.That(EffectNames.Default.Judge(name, usesValue: false).Kind, Is.EqualTo(EffectKind.Command));

    [TestCase("Reticulate", EffectKind.Command)]
    [TestCase("GetReticulate", EffectKind.Command)]
    [TestCase("Grok", EffectKind.Query)]
    [TestCase("GetBook", EffectKind.Query, Description = "the project says what 'Book' is")]
    [TestCase("FetchAll", EffectKind.Command, Description = "and what 'Fetch' is")]
    [TestCase("Get", EffectKind.Query)]
    [TestCase("Both", EffectKind.Command)]
    public void ProjectsOwnVerbs_WinOverTheBuiltIn(string name, object expected)
    {
        var names = EffectNames.Default.With(commands: ["Reticulate", "fetch", "Both"], queries: ["grok", "Book", "Both"]);

        Assert.That(names.Judge(name, usesValue: true).Kind, Is.EqualTo(expected));
    }

    [Test]
    public void Reason_NamesTheWord()
    {
        Assert.That(EffectNames.Default.Judge("GetOrCreate", usesValue: true).Reason, Does.Contain("'Create'"));
        Assert.That(EffectNames.Default.Judge("CheckOutCart", usesValue: true).Reason, Does.Contain("'CheckOut'"));
    }

    [Test]
    public void Lists_AreDisjoint() => Assert.Multiple(() =>
    {
        Assert.That(EffectVerbs.Commands.Intersect(EffectVerbs.Queries), Is.Empty);
        Assert.That(EffectVerbs.Commands.Intersect(EffectVerbs.CommandsAsVerb), Is.Empty);
        Assert.That(EffectVerbs.CommandsAsVerb.Intersect(EffectVerbs.Queries), Is.Empty);
    });

    [Test]
    public void Lists_HoldEveryVerbOfTheSpecification()
    {
        string[] commands =
        [
            "Acquire", "Add", "Append", "Apply", "Approve", "Ask", "Assert", "Authenticate", "Authorize", "Begin", "Book", "Cancel",
            "Charge", "Checkout", "Clear", "Close", "Commit", "Complete", "Consume", "Copy", "Create", "Delete", "Demand", "Dequeue",
            "Disable", "Enable", "Enqueue", "Ensure", "Execute", "Fill", "Import", "Increment", "Insert", "Install", "Invalidate",
            "Lock", "Log", "Login", "Mark", "Merge", "Migrate", "Move", "Next", "Notify", "Open", "Patch", "Pay", "Persist", "Pop",
            "Post", "Publish", "Push", "Put", "Record", "Refresh", "Refund", "Register", "Release", "Remove", "Rename", "Replace",
            "Require", "Reserve", "Reset", "Restart", "Rollback", "Save", "Schedule", "Send", "Set", "Start", "Stop", "Store",
            "Submit", "Subscribe", "Sync", "Take", "Toggle", "Touch", "Track", "Transfer", "Unlock", "Update", "Upload", "Upsert",
            "Verify", "Withdraw", "Write",
        ];
        string[] queries =
        [
            "Analyze", "Answer", "Calculate", "Check", "Classify", "Compute", "Count", "Detect", "Embed", "Encode", "Estimate",
            "Evaluate", "Exists", "Extract", "Fetch", "Find", "Forecast", "Generate", "Get", "Has", "Infer", "Is", "List", "Load",
            "Lookup", "Parse", "Predict", "Process", "Query", "Rank", "Read", "Recognize", "Recommend", "Rerank", "Retrieve",
            "Score", "Search", "Segment", "Summarize", "Tokenize", "Transcribe", "Transform", "Translate",
        ];

        Assert.That(commands.Except(EffectVerbs.Commands, StringComparer.OrdinalIgnoreCase), Is.Empty);
        Assert.That(queries.Except(EffectVerbs.Queries, StringComparer.OrdinalIgnoreCase), Is.Empty);
        foreach (var verb in commands)
            Assert.That(Judge("Get" + verb), Is.EqualTo(EffectKind.Command), verb);
    }
}
