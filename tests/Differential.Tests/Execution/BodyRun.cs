using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>Runs a body once, in virtual time, on this thread.</summary>
internal static class BodyRun
{
    public static Observation Of(Body body, Assignment assignment)
    {
        // With no context, what waits for a task goes on where the task ends: in VirtualTime.Advance, on this thread.
        SynchronizationContext.SetSynchronizationContext(null);
        Ambient.Clear();
        var time = new VirtualTime();
        var world = new World(assignment, time);
        using var source = new CancellationTokenSource();
        var arguments = body.CreateArguments(assignment, source.Token);
        var instance = body.Create(world);

        var task = Start(body, instance, arguments);
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
            State = $"{body.State(instance)}; arguments {Render.Arguments(arguments.Where(a => a is not CancellationToken))}; services {world.State}",
            End = end,
            LeftRunning = running,
            Overlapped = world.Overlapped,
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
