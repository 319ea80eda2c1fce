// What an edit costs an editor: a source generator, or with "documents" the analyzers of the document that was edited.
// dotnet run --project bench/EditCost -c Release -- [documents] [<lines>, default 100000] [<edits>, default 15, of documents 200]
using System.Globalization;
using Pipeline.EditCost;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
bool documents = args is ["documents", ..];
int[] numbers = [.. args.Skip(documents ? 1 : 0).Select(static text => int.Parse(text, CultureInfo.InvariantCulture))];
int lines = numbers is [var given, ..] ? given : 100_000;
int edits = numbers is [_, var times, ..] ? times : documents ? 200 : 15;

if (documents)
    await DocumentRun.RunAsync(lines, edits);
else
    GeneratorRun.Run(lines, edits);
