using System.Globalization;
using System.Text;
using System.Text.Json;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>Whatever is sent, the answer is a result or a 4xx that names an argument; never a 500, and never an error in the log.</summary>
public sealed class RandomBodyTests
{
    private const int Bodies = 10_000;
    private const int Senders = 16;

    private static readonly (string Path, string Body)[] Samples =
    [
        ("add", """{"left":1,"right":-5}"""),
        ("sum_up", """{"all_values":[1,2.5,1e3,"NaN"]}"""),
        ("raise", """{"item":{"name":"ž\ud83d\ude00","quantity":3,"parts":[{"name":"b"},{"name":"c","parts":[]}]}}"""),
        ("order", """{"count":5,"box":{"width":7,"short_name":"abc","inner":{"width":3}},"labels":["a","b"]}"""),
        ("paint", """{"colour":1,"when":"2026-01-31T12:00:00Z"}"""),
        ("size", """{"file":"AAECAwQ=","label":"L"}"""),
        ("total", """{"numbers":[1,2,3],"factor":2}"""),
        ("greet", """{"name":"\u0041\n\""}"""),
    ];

    private static readonly string[] Pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-", "\\", "\\ud800", "\0", "\u00ff", "\"left\":",
        "9999999999999999999", "\"\"", "/*", "NaN"];

    [Test]
    public async Task Body_IsAnsweredOrRefusedByName()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        int[] counts = await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => SendAsync(edge, sender)));
        Assert.That(counts.Sum(), Is.GreaterThan(Bodies / 2), "hardly any body was refused");
        Assert.That(edge.Log.Errors, Is.Empty);
    }

    private static async Task<int> SendAsync(EdgeHost edge, int sender)
    {
        var random = new Random(100 + sender);
        int refused = 0;
        for (int body = 0; body < Bodies / Senders; body++)
        {
            var (path, sample) = Samples[random.Next(Samples.Length)];
            byte[] bytes = Mutate(random, Encoding.UTF8.GetBytes(sample));
            string shown = string.Create(CultureInfo.InvariantCulture, $"/{path} {Convert.ToBase64String(bytes)}");
            using var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            using var response = await edge.Client.PostAsync(path, content);
            if (response.IsSuccessStatusCode)
                continue;

            refused++;
            Assert.That((int)response.StatusCode, Is.EqualTo(400), shown);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var names = problem.RootElement.GetProperty("errors").EnumerateObject().Select(static error => error.Name).ToArray();
            bool isBehindTheArguments = names is ["$"] && Encoding.Latin1.GetString(bytes).Contains('}', StringComparison.Ordinal);
            Assert.That(isBehindTheArguments || names.Any(static name => name is not "$"), shown);
            Assert.That(problem.RootElement.GetRawText(), Does.Not.Contain("System.").And.Not.Contain("Exception"), shown);
        }

        return refused;
    }

    private static byte[] Mutate(Random random, byte[] bytes)
    {
        var mutated = bytes.ToList();
        switch (random.Next(5))
        {
            case 0:
                byte[] noise = new byte[random.Next(1, 60)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return bytes[..random.Next(1, bytes.Length)];
            case 2:
                return Encoding.UTF8.GetBytes(
                    string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)])));
            case 3:
                for (int change = random.Next(1, 4); change > 0; change--)
                    mutated.InsertRange(random.Next(mutated.Count), Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                return [.. mutated];
            default:
                for (int change = random.Next(1, 4); change > 0; change--)
                    mutated[random.Next(mutated.Count)] = (byte)random.Next(256);
                return [.. mutated];
        }
    }

    [Test]
    public async Task DeeplyNestedBody_IsRefused()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        string deep = string.Concat(Enumerable.Repeat("""{"name":"a","parts":[""", 100_000));
        var (status, text) = await edge.PostAsync("raise", $$"""{"item":{{deep}}""");
        Assert.That((status, text.Contains("\"item\"", StringComparison.Ordinal)), Is.EqualTo((400, true)), text);
    }
}
