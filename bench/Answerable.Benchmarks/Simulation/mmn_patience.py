"""M/M/310+M in SimPy: 100 arrivals a minute, service 3 min, patience 2 min. Prints contacts, seconds, shares waiting and giving up."""
import random
import sys
import time

import simpy

AGENTS, GAP, SERVICE, PATIENCE = 310, 60 / 100, 180.0, 120.0


def contact(env, agents, tally):
    patience = random.expovariate(1 / PATIENCE)
    with agents.request() as place:
        if not place.triggered:
            tally["waited"] += 1
        result = yield place | env.timeout(patience)
        if place in result:
            yield env.timeout(random.expovariate(1 / SERVICE))
        else:
            tally["gave_up"] += 1


def arrivals(env, agents, tally, contacts):
    for _ in range(contacts):
        yield env.timeout(random.expovariate(1 / GAP))
        env.process(contact(env, agents, tally))


contacts = int(sys.argv[1])
random.seed(1)
env = simpy.Environment()
tally = {"waited": 0, "gave_up": 0}
start = time.process_time()
env.process(arrivals(env, simpy.Resource(env, AGENTS), tally, contacts))
env.run()
seconds = time.process_time() - start
print(contacts, seconds, tally["waited"] / contacts, tally["gave_up"] / contacts)
