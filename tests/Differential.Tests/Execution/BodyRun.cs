using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>Runs a body once, in virtual time, on this thread and the pool's.</summary>
internal static class BodyRun
{
    public static Observation Of(Body body, Assignment assignment)
    {
        // With no context, what waits for a task mostly goes on where the task ends: in VirtualTime.Advance, on this thread. Several
        // that wait for the same task, and what is to run beside the caller, go to the pool.
        SynchronizationContext.SetSynchronizationContext(null);
        Ambient.Clear();
        var time = new VirtualTime();
        var world = new World(assignment, time);
        using var source = new CancellationTokenSource();
        var arguments = body.CreateArguments(assignment, source.Token);
        var proxies = new Proxies(world);
        var instance = body.Create(proxies);
        if (assignment.CanceledAt is { } canceled)
            time.At(canceled, source.Cancel);

        var task = Start(body, instance, arguments);
        ThreadPoolWatch.WaitUntilIdle();
        while (!task.IsCompleted)
        {
            if (!time.Advance())
                throw new DeadlockException();
        }

        var (end, running) = (time.Now, world.Running.ToArray());
        while (time.Advance())
        {
        }

        if (world.Misuse is not null)
            throw world.Misuse;
        return new Observation
        {
            Outcome = Outcome(task),
            Threw = !task.IsCompletedSuccessfully,
            Calls = world.Calls,
            State = string.Join("; ", [.. proxies.Services.Prepend(instance).Select(State.Of), $"arguments {Render.Arguments(arguments.Where(a => a is not CancellationToken))}", $"world {world.State}"]),
            End = end,
            LeftRunning = running,
            Overlapped = world.Overlapped,
            AskedAtOnce = world.AskedAtOnce,
        };
    }

    private static Task Start(Body body, object instance, object?[] arguments)
    {
        try
        {
            return body.Run(instance, arguments);
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    private static string Outcome(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }

        var result = task.GetType().GetProperty("Result")?.GetValue(task);
        return result?.GetType().Name == "VoidTaskResult" ? "done" : Render.Value(result);
    }
}
