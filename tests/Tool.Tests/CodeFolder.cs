namespace Pipeline.Tool.Tests;

/// <summary>A folder of its own with the files of a test.</summary>
internal sealed class CodeFolder : IDisposable
{
    /// <summary>Two requests in sequence: one finding, in line 8.</summary>
    public const string Pages = """
        using System.Net.Http;
        using System.Threading.Tasks;

        public sealed class Pages(HttpClient http)
        {
            public async Task<int> CountAsync()
            {
                var rates = await http.GetStringAsync("https://example.org/<rates>");
                var stock = await http.GetStringAsync("https://example.org/stock");
                return rates.Length + stock.Length;
            }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-tool-");

    public string Path => _folder.FullName;

    public string Write(string file, string text)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
