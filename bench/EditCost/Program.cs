// What a source generator costs an editor: the first run, then edits, each on the compilation that results from it.
// dotnet run --project bench/EditCost -c Release -- [<lines>, default 100000] [<edits of each kind>, default 15]
using System.Globalization;
using Pipeline.EditCost;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int lines = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
int edits = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15;

(Subject Subject, int Lines)[] runs =
[
    (Subject.Pipeline, lines / 20), // Warms up the compiler; not shown.
    (Subject.Pipeline, lines / 4),
    (Subject.Pipeline, lines / 2),
    (Subject.Pipeline, lines),
    (Subject.NameOnly, lines),
    (Subject.Mediator, lines),
    (Subject.Mvvm, lines),
];

string[] columns =
    ["generator", "lines", "files written", "full bind", "first run", "a body", "a signature", "outside, a body", "outside, a member"];
Console.WriteLine($"| {string.Join(" | ", columns)} |");
Console.WriteLine($"|---{string.Concat(Enumerable.Repeat("|---:", columns.Length - 1))}|");
foreach (var (index, run) in runs.Index())
{
    var code = SyntheticCode.Load(run.Subject, run.Lines);
    var session = new Session(run.Subject, code);
    var bind = Cost.Of(() => code.Compilation.Clone().GetDiagnostics());
    var first = Cost.Of(session.RunFirst);
    Cost[] costs = [.. Enum.GetValues<EditKind>().Select(kind => session.Measure(kind, edits))];
    if (index == 0)
        continue;

    string[] cells =
        [run.Subject.Name, $"{code.Lines}", $"{session.GeneratedFiles}", $"{bind}", $"{first}", .. costs.Select(cost => $"{cost}")];
    Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
